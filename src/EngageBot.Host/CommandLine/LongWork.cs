using Spectre.Console;

namespace EngageBot.Host.CommandLine;

/// <summary>Shows how far something is whose end is known: a bar with the time left on a terminal, a plain line now and then elsewhere.</summary>
internal static class LongWork
{
    private static bool IsTerminal => !Console.IsErrorRedirected && !Console.IsOutputRedirected;

    /// <param name="what">What is done, in a word.</param>
    /// <param name="work">Is told whom to report to: how much is done, of how much.</param>
    public static Task<T> RunAsync<T>(string what, Func<Action<long, long>, Task<T>> work) => IsTerminal ? RunOnTerminalAsync(what, work) : RunPlainAsync(what, work);

    private static Task<T> RunOnTerminalAsync<T>(string what, Func<Action<long, long>, Task<T>> work) => AnsiConsole
        .Progress()
        .AutoClear(enabled: true)
        .HideCompleted(enabled: true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
        .StartAsync(context =>
        {
            var task = context.AddTask(Markup.Escape(what));
            return work((done, total) => task.Value = total == 0 ? 0 : Math.Min(99.9, 100.0 * done / total));
        });

    private static Task<T> RunPlainAsync<T>(string what, Func<Action<long, long>, Task<T>> work)
    {
        var meter = new RateMeter(TimeProvider.System);
        return work((done, total) =>
        {
            if (meter.IsTimeToSay())
            {
                Console.Error.WriteLine($"{what}: {100.0 * done / Math.Max(1, total):F0}%{(meter.Left(done, total) is { } left ? $", {left:h\\:mm\\:ss} left" : string.Empty)}");
            }
        });
    }
}
