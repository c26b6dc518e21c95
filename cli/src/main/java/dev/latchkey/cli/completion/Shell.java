package dev.latchkey.cli.completion;

import dev.latchkey.cli.completion.Completion.Completed;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The scripts. A command's name has colons, which bash takes for the end of a word: there the name
 * is put together again from the line, and what the shell has already is taken off the candidates.
 */
@SuppressWarnings("checkstyle:constantname") // As they are typed.
enum Shell {
  bash {
    @Override
    String script(List<Completed> commands) {
      return """
      _latch() {
        local line=${COMP_LINE:0:COMP_POINT} words current command have
        COMPREPLY=()
        read -ra words <<<"$line"
        [[ $line == *[[:space:]] ]] && words+=("")
        current=${words[${#words[@]}-1]}
        if ((${#words[@]} <= 2)); then
          COMPREPLY=($(compgen -W "%s" -- "$current"))
        else
          case ${words[1]} in
      %s
          esac
        fi
        have=${current%%"${current##*:}"}
        [[ $current == *:* && $COMP_WORDBREAKS == *:* ]] && COMPREPLY=("${COMPREPLY[@]#"$have"}")
        return 0
      }
      complete -o default -F _latch latch\
      """
          .formatted(names(commands), cases(commands));
    }

    private String cases(List<Completed> commands) {
      return commands.stream()
          .map(each ->
              "      %s) COMPREPLY=($(compgen -W \"%s\" -- \"$current\")) ;;"
                  .formatted(each.name(), String.join(" ", each.options())))
          .collect(Collectors.joining("\n"));
    }
  },
  zsh {
    @Override
    String script(List<Completed> commands) {
      return """
      #compdef latch
      _latch() {
        local -a commands
        if (( CURRENT == 2 )); then
          commands=(
      %s
          )
          _describe -t commands command commands
          return
        fi
        case $words[2] in
      %s
        esac
        _files
      }
      compdef _latch latch\
      """
          .formatted(described(commands), cases(commands));
    }

    private String described(List<Completed> commands) {
      return commands.stream()
          .map(each ->
              "      '%s:%s'"
                  .formatted(each.name().replace(":", "\\:"), quoted(each.description())))
          .collect(Collectors.joining("\n"));
    }

    private String cases(List<Completed> commands) {
      return commands.stream()
          .map(each ->
              "    %s) compadd -- %s ;;".formatted(each.name(), String.join(" ", each.options())))
          .collect(Collectors.joining("\n"));
    }

    private String quoted(String text) {
      return text.replace("'", "'\\''").replace(":", "\\:");
    }
  },
  fish {
    @Override
    String script(List<Completed> commands) {
      var lines =
          commands.stream()
              .map(each ->
                  "complete -c latch -n __fish_use_subcommand -f -a '%s' -d '%s'"
                      .formatted(each.name(), each.description().replace("'", "\\'")))
              .collect(Collectors.joining("\n"));
      var options =
          commands.stream()
              .flatMap(each ->
                  each.options().stream()
                      .map(option ->
                          "complete -c latch -n '__fish_seen_subcommand_from %s' -l '%s'"
                              .formatted(each.name(), option.substring(2))))
              .collect(Collectors.joining("\n"));
      return lines + "\n" + options;
    }
  };

  abstract String script(List<Completed> commands);

  static String names(List<Completed> commands) {
    return commands.stream().map(Completed::name).collect(Collectors.joining(" "));
  }
}
