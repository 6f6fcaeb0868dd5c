using EngageBot.History;
using Spectre.Console;

namespace EngageBot.Host.CommandLine;

/// <summary>Shows how far a replay is: a bar with rate and time left on a terminal, a plain line now and then elsewhere.</summary>
internal static class ReplayProgressBar
{
    private static bool IsTerminal => !Console.IsErrorRedirected && !Console.IsOutputRedirected;

    public static Task<ReplayOutcome> RunAsync(Func<IProgress<ReplayProgress>, Task<ReplayOutcome>> replay) =>
        IsTerminal ? RunOnTerminalAsync(replay) : RunPlainAsync(replay);

    /// <summary>Says what goes on while something runs whose end is not in sight.</summary>
    public static async Task<T> WhileAsync<T>(string what, Func<Task<T>> work)
    {
        if (!IsTerminal)
        {
            await Console.Error.WriteLineAsync(what);
            return await work();
        }

        return await AnsiConsole.Status().StartAsync(what, _ => work());
    }

    private static Task<ReplayOutcome> RunOnTerminalAsync(Func<IProgress<ReplayProgress>, Task<ReplayOutcome>> replay) => AnsiConsole
        .Progress()
        .AutoClear(enabled: true)
        .HideCompleted(enabled: true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
        .StartAsync(async context =>
        {
            var task = context.AddTask("Reading");
            var meter = new RateMeter(TimeProvider.System);
            return await replay(new Direct(progress =>
            {
                task.Value = progress.TotalBytes == 0 ? 0 : Math.Min(99.9, 100.0 * progress.BytesRead / progress.TotalBytes);
                task.Description = Markup.Escape($"{progress.Messages:N0} messages, {meter.PerSecond(progress.Messages):N0}/s, {progress.At:yyyy-MM-dd}");
            }));
        });

    private static Task<ReplayOutcome> RunPlainAsync(Func<IProgress<ReplayProgress>, Task<ReplayOutcome>> replay)
    {
        var meter = new RateMeter(TimeProvider.System);
        return replay(new Direct(progress =>
        {
            if (meter.IsTimeToSay())
            {
                var left = meter.Left(progress.BytesRead, progress.TotalBytes);
                Console.Error.WriteLine(
                    $"{progress.Messages:N0} messages, {meter.PerSecond(progress.Messages):N0}/s{(left is null ? string.Empty : $", {left:h\\:mm\\:ss} left")}");
            }
        }));
    }

    /// <summary>Reports at once, on the thread that does the work.</summary>
    private sealed class Direct(Action<ReplayProgress> report) : IProgress<ReplayProgress>
    {
        public void Report(ReplayProgress value) => report(value);
    }
}
