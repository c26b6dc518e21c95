${project.build.outputDirectory}${path.separator}${infra.dependencies}
