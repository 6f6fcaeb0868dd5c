using Spectre.Console;

namespace EngageBot.Host.CommandLine;

/// <summary>Standard output: with colours and lines that fit on a terminal, plain text in long lines in a file or a pipe.</summary>
internal static class Terminal
{
    private const int PlainWidth = 200;

    public static IAnsiConsole Output()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No });
        console.Profile.Width = PlainWidth;
        return console;
    }
}
