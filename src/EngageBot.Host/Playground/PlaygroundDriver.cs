using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Playground;

/// <summary>
/// Lets time pass in the Playground, some twenty times a second, and the bot do what is due; or jumps, in small steps, to the next thing that it does. The real time is
/// <paramref name="real"/>'s.
/// </summary>
internal sealed partial class PlaygroundDriver(PlaygroundTown town, PlaygroundTalk talk, TimeProvider real, ILogger logger)
{
    /// <summary>Where the bot does nothing for so long, a jump ends.</summary>
    public static readonly TimeSpan LongestJump = TimeSpan.FromDays(2);

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ShortestStep = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(10);

    private volatile Jump? _jump;

    /// <summary>It is on its way to the next thing that the bot does.</summary>
    public bool IsJumping => _jump is not null;

    /// <summary>What came of the last jump; null where there was none, or it still goes on.</summary>
    public PlaygroundJump? Outcome { get; private set; }

    /// <summary>From now on to the next thing that the bot does.</summary>
    public void JumpToNext()
    {
        Outcome = null;
        _jump ??= new Jump(town.Clock.Now, town.World.Done);
    }

    /// <summary>Until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var last = real.GetTimestamp(); ;)
        {
            if (_jump is null)
            {
                await Task.Delay(Beat, real, cancellationToken);
            }

            var passed = real.GetElapsedTime(last);
            last = real.GetTimestamp();
            await BeatAsync(passed, cancellationToken);
        }
    }

    /// <summary>One beat.</summary>
    /// <param name="passed">Real time since the last one.</param>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The edge of a loop: the next beat may do better.")]
    public async Task BeatAsync(TimeSpan passed, CancellationToken cancellationToken)
    {
        try
        {
            if (_jump is { } jump)
            {
                await JumpAsync(jump, cancellationToken);
            }
            else if (town.Clock.Speed > 0)
            {
                await town.TurnAsync(() => town.Clock.Pass(passed), cancellationToken);
                await talk.RunOnceAsync(cancellationToken);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _jump = null;
            LogFault(fault.GetType().Name, fault.TargetSite?.DeclaringType?.Name ?? "?");
        }
    }

    /// <summary>One step of a jump.</summary>
    private async Task JumpAsync(Jump jump, CancellationToken cancellationToken)
    {
        var now = town.Clock.Now;
        var due = await town.NextDueAsync(cancellationToken) ?? DateTimeOffset.MaxValue;
        var target = new[] { due, talk.NextDue ?? DateTimeOffset.MaxValue, now + LongestStep }.Min();
        await town.TurnAsync(() => town.Clock.JumpTo(target < now + ShortestStep ? now + ShortestStep : target), cancellationToken);
        await talk.RunOnceAsync(cancellationToken);
        if (town.World.Done > jump.Done)
        {
            Outcome = new PlaygroundJump(town.Clock.Now - jump.From, [.. town.World.Deeds.Take((int)(town.World.Done - jump.Done))]);
            _jump = null;
        }
        else if (town.Clock.Now - jump.From > LongestJump)
        {
            Outcome = new PlaygroundJump(LongestJump, []);
            _jump = null;
        }
    }

    [LoggerMessage(LogLevel.Error, "A step of the Playground failed ({Fault} in {Place})")]
    private partial void LogFault(string fault, string place);

    private sealed record Jump(DateTimeOffset From, long Done);
}
