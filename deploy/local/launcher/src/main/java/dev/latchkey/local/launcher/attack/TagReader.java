package dev.latchkey.local.launcher.attack;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the tags in one source file, as the compiler has read it. */
final class TagReader extends TreeScanner<Void, String> {

  private final Path module;
  private final List<TaggedTest> found = new ArrayList<>();

  private TagReader(Path module) {
    this.module = module;
  }

  static List<TaggedTest> read(Path module, CompilationUnitTree file) {
    var reader = new TagReader(module);
    reader.scan(file.getTypeDecls(), String.valueOf(file.getPackageName()) + ".");
    return reader.found;
  }

  @Override
  public Void visitClass(ClassTree type, String outer) {
    var name = outer + type.getSimpleName();
    note(type.getModifiers(), name, "");
    // A nested class is named as reports name it.
    type.getMembers().stream()
        .filter(member -> !(member instanceof MethodTree))
        .forEach(member -> scan(member, name + "$"));
    type.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .forEach(member -> scan(member, name));
    return null;
  }

  @Override
  public Void visitMethod(MethodTree method, String type) {
    note(method.getModifiers(), type, method.getName().toString());
    return null;
  }

  private void note(ModifiersTree modifiers, String type, String method) {
    modifiers.getAnnotations().stream()
        .flatMap(TagReader::tag)
        .filter(tag -> tag.startsWith(Attacks.TAG))
        .forEach(tag -> found.add(new TaggedTest(tag, module, type, method)));
  }

  private static Stream<String> tag(AnnotationTree annotation) {
    if (!annotation.getAnnotationType().toString().equals("Tag")) {
      return Stream.of();
    }
    return annotation.getArguments().stream()
        .map(
            argument -> argument instanceof AssignmentTree named ? named.getExpression() : argument)
        .filter(LiteralTree.class::isInstance)
        .map(literal -> String.valueOf(((LiteralTree) literal).getValue()));
  }
}
