#!/bin/sh
# Installs latch: its program into PREFIX/lib/latch, a command into PREFIX/bin. PREFIX is ~/.local when nothing is said.
#
#   ./install.sh [--operator] [PREFIX]
#
# --operator installs latch-operator as well, the command of those who run a platform; without it one of an earlier
# installation goes, because what it needs has been replaced. It is no executable: it always needs a JDK.
#
# A package for one kind of machine (built with -Dnative) has an executable: where that runs it is taken, and needs
# nothing. Everywhere else latch needs a JDK 25 or newer: JAVA_HOME, else the java on the path. Run this again after the
# JDK was updated.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)

fail() {
  echo "install.sh: $1" >&2
  exit 1
}

operator=
if [ "${1:-}" = --operator ]; then
  operator=yes
  shift
fi
case ${1:-} in
  -*) fail "there is no option $1" ;;
esac
[ $# -le 1 ] || fail "there is a word too many"
prefix=${1:-$HOME/.local}

# Prints the major version of the JDK, or of the run-time, in a folder; nothing when there is none.
major() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  home=${JAVA_HOME:-}
  if [ -z "$home" ]; then
    java=$(command -v java) || fail "no java here: install a JDK 25, or set JAVA_HOME to one"
    home=$(dirname -- "$(dirname -- "$(readlink -f -- "$java")")")
  fi
  version=$(major "$home")
  [ "${version:-0}" -ge 25 ] || fail "$home is no JDK 25 or newer: set JAVA_HOME to one"
}

# A path goes into the command between quotes.
plain() {
  case $1 in
    *[\'\"\$\`\\:]*) fail "$1 has a character in it that does not go into a script" ;;
  esac
}

# Puts files into the place of the program.
put() {
  rm -rf "$target.new" "$target.old"
  mkdir -p "$target.new"
  cp "$@" "$target.new/"
  if [ -d "$target" ]; then mv "$target" "$target.old"; fi
  mv "$target.new" "$target"
  rm -rf "$target.old"
}

# Puts standard input into the place of a command.
write_command() {
  cat >"$prefix/bin/$1.new"
  chmod 755 "$prefix/bin/$1.new"
  mv "$prefix/bin/$1.new" "$prefix/bin/$1"
}

# A command that runs a class of the jars. Small and quick to start. Nothing of a run stays behind: no file that names the
# process and its arguments for other users, no report and no memory image of a crash, no way in for a debugger.
flags="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx96m -XX:-UsePerfData -XX:+DisableAttachMechanism"
flags="$flags -XX:+SuppressFatalErrorMessage -XX:-CreateCoredumpOnCrash"
write_java() {
  write_command "$1" <<END
#!/bin/sh
# Written by install.sh: run that again when the JDK below is gone.
[ -x '$home/bin/java' ] || { echo '$1: its JDK, $home, is gone; run install.sh again' >&2; exit 1; }
exec '$home/bin/java' $flags -XX:AOTCache='$target/latch.aot' -Xlog:disable -Xlog:all=off \\
  -cp '$jars' $2 "\$@"
END
}

# The class path, of the jars where they are now.
find_jars() {
  jars=
  for jar in "$target"/*.jar; do
    jars=$jars:$jar
  done
  jars=${jars#:}
}

# With an executable there is no flag against an image of its memory, which would have a password in it: a limit is.
executable() {
  if [ -n "$operator" ]; then
    put "$here"/image/* "$here"/lib/*.jar
    find_jars
  else
    put "$here"/image/*
  fi
  write_command latch <<END
#!/bin/sh
# Written by install.sh.
ulimit -c 0
exec '$target/latch' "\$@"
END
}

jars() {
  # Moved before it is trained: the cache holds where the jars are.
  put "$here"/lib/*.jar
  find_jars

  # One run, to loopback only, teaches the JVM what to have ready (JEP 514). Without the cache latch only starts later.
  # shellcheck disable=SC2086 # They are several words.
  if ! "$home/bin/java" $flags -XX:AOTCacheOutput="$target/latch.aot" -cp "$jars" \
    dev.latchkey.cli.rehearsal.Rehearsal >"$target/training.log" 2>&1; then
    echo "install.sh: no start-up cache was made ($target/training.log says why); latch will start more slowly" >&2
  fi
  write_java latch dev.latchkey.cli.Latch
}

kind=jars
if [ -x "$here/image/latch" ]; then
  if "$here/image/latch" --version >/dev/null 2>&1; then
    kind=executable
  else
    echo "install.sh: the executable in this package is not for this machine; latch will run on a JDK" >&2
  fi
fi
if [ $kind = jars ] || [ -n "$operator" ]; then
  find_jdk
  plain "$home"
fi

mkdir -p "$prefix/bin" "$prefix/lib"
prefix=$(CDPATH='' cd -- "$prefix" && pwd -P)
plain "$prefix"
target=$prefix/lib/latch
$kind
echo "latch is $prefix/bin/latch"
if [ -n "$operator" ]; then
  write_java latch-operator dev.latchkey.cli.operator.LatchOperator
  echo "latch-operator is $prefix/bin/latch-operator"
elif grep -q '^# Written by install.sh' "$prefix/bin/latch-operator" 2>/dev/null; then
  rm "$prefix/bin/latch-operator"
fi
case :$PATH: in
  *":$prefix/bin:"*) ;;
  *) echo "It is not on your path yet: export PATH=\"$prefix/bin:\$PATH\"" ;;
esac
