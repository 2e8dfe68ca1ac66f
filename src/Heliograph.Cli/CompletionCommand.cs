using System.CommandLine;

namespace Heliograph.Cli;

/// <summary><c>heliograph completion</c>: prints what makes a shell complete our command lines.</summary>
/// <remarks>Each script asks the program itself, by the directive of System.CommandLine, so that it knows every command of the version at hand.</remarks>
internal static class CompletionCommand
{
    private const string Examples = """
        heliograph completion bash > ~/.local/share/bash-completion/completions/heliograph
        heliograph completion zsh > "${fpath[1]}/_heliograph"
        heliograph completion fish > ~/.config/fish/completions/heliograph.fish
        heliograph completion pwsh >> $PROFILE
        """;

    /// <summary>The shells, and what each is to read.</summary>
    public static readonly IReadOnlyDictionary<string, string> Scripts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bash"] = """
            _heliograph() {
                local word=${COMP_WORDS[COMP_CWORD]} IFS=$'\n' found
                found=$(heliograph "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
                [[ $word == -* ]] || found=$(grep -v '^-' <<<"$found")
                COMPREPLY=($(compgen -W "$found" -- "$word"))
            }
            complete -o bashdefault -o default -F _heliograph heliograph

            """,
        ["zsh"] = """
            #compdef heliograph
            _heliograph() {
                local -a found
                local line="${(j: :)words[1,CURRENT]}"
                found=(${(f)"$(heliograph "[suggest:${#line}]" "$line" 2>/dev/null)"})
                [[ ${words[CURRENT]} == -* ]] || found=(${found:#-*})
                (( ${#found} )) && compadd -- $found || _files
            }
            compdef _heliograph heliograph

            """,
        ["fish"] = """
            complete -c heliograph -a '(heliograph "[suggest:"(string length -- (commandline -cp))"]" (commandline -cp) 2>/dev/null)'

            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName heliograph -ScriptBlock {
                param($word, $line, $position)
                heliograph "[suggest:$position]" "$line".PadRight($position) 2>$null | Where-Object { $_ -like "$word*" -and ($word -like '-*' -or $_ -notlike '-*') } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }

            """,
    };

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new ExampleCommand("completion", "Print what makes a shell complete command lines of heliograph.", Examples) { shell };
        command.SetAction(line => Console.Out.Write(Scripts[line.GetRequiredValue(shell)].ReplaceLineEndings("\n")));
        return command;
    }
}
