#!/bin/sh
# Installs latch: its program into PREFIX/lib/latch, a command into PREFIX/bin. Needs a JDK 25 or newer: JAVA_HOME, else
# the java on the path. Run it again after the JDK was updated. PREFIX is ~/.local when nothing is said.
#
#   ./install.sh [PREFIX]
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
prefix=${1:-$HOME/.local}

fail() {
  echo "install.sh: $1" >&2
  exit 1
}

# Prints the major version of the JDK, or of the run-time, in a folder; nothing when there is none.
major() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

home=${JAVA_HOME:-}
if [ -z "$home" ]; then
  java=$(command -v java) || fail "no java here: install a JDK 25, or set JAVA_HOME to one"
  home=$(dirname -- "$(dirname -- "$(readlink -f -- "$java")")")
fi
version=$(major "$home")
[ "${version:-0}" -ge 25 ] || fail "$home is no JDK 25 or newer: set JAVA_HOME to one"

mkdir -p "$prefix/bin" "$prefix/lib"
prefix=$(CDPATH='' cd -- "$prefix" && pwd -P)
for path in "$prefix" "$home"; do
  case $path in
    *[\'\"\$\`\\:]*) fail "$path has a character in it that does not go into a script" ;;
  esac
done
target=$prefix/lib/latch
made=$target.new
rm -rf "$made"
mkdir -p "$made"
cp "$here"/lib/*.jar "$made/"
# Moved before it is trained: the cache holds where the jars are.
rm -rf "$target.old"
if [ -d "$target" ]; then mv "$target" "$target.old"; fi
mv "$made" "$target"
rm -rf "$target.old"

jars=
for jar in "$target"/*.jar; do
  jars=$jars:$jar
done
jars=${jars#:}

# Small and quick to start. Nothing of a run stays behind: no file that names the process and its arguments for other
# users, no report and no memory image of a crash, which would have a password in it, no way in for a debugger.
flags="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx96m -XX:-UsePerfData -XX:+DisableAttachMechanism"
flags="$flags -XX:+SuppressFatalErrorMessage -XX:-CreateCoredumpOnCrash"
flags="$flags -Djdk.httpclient.enableAllMethodRetry=false -Djdk.httpclient.disableRetryConnect=true"

# One run, to loopback only, teaches the JVM what to have ready (JEP 514). Without the cache latch only starts later.
# shellcheck disable=SC2086 # They are several words.
if ! "$home/bin/java" $flags -XX:AOTCacheOutput="$target/latch.aot" -cp "$jars" dev.latchkey.cli.rehearsal.Rehearsal \
  >"$target/training.log" 2>&1; then
  echo "install.sh: no start-up cache was made ($target/training.log says why); latch will start more slowly" >&2
fi

cat >"$prefix/bin/latch.new" <<END
#!/bin/sh
# Written by install.sh: run that again when the JDK below is gone.
[ -x '$home/bin/java' ] || { echo 'latch: its JDK, $home, is gone; run install.sh again' >&2; exit 1; }
exec '$home/bin/java' $flags -XX:AOTCache='$target/latch.aot' -Xlog:disable -Xlog:all=off \\
  -cp '$jars' dev.latchkey.cli.Latch "\$@"
END
chmod 755 "$prefix/bin/latch.new"
mv "$prefix/bin/latch.new" "$prefix/bin/latch"

echo "latch is $prefix/bin/latch"
case :$PATH: in
  *":$prefix/bin:"*) ;;
  *) echo "It is not on your path yet: export PATH=\"$prefix/bin:\$PATH\"" ;;
esac
