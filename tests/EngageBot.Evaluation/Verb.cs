using EngageBot.History;

namespace EngageBot.Evaluation;

/// <summary>Runs a verb: what is wrong with its input becomes one line and exit code 1.</summary>
internal static class Verb
{
    public static int Run(Action verb)
    {
        try
        {
            verb();
            return 0;
        }
        catch (Exception fault) when (fault is InputException or HistoryException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(fault.Message.ReplaceLineEndings(" "));
            return 1;
        }
    }

    public static async Task<int> RunAsync(Func<Task> verb)
    {
        try
        {
            await verb();
            return 0;
        }
        catch (Exception fault) when (fault is InputException or HistoryException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(fault.Message.ReplaceLineEndings(" "));
            return 1;
        }
    }
}
