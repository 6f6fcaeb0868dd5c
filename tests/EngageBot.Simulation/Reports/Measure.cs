namespace EngageBot.Simulation.Reports;

/// <summary>A line of the report: the same of all three bots; null where it says nothing of one.</summary>
internal sealed record Measure(string Name, string Format, Func<Trial, double>? None, Func<Trial, double> Pinging, Func<Trial, double> Ours)
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("share of posts answered within 48 h", "P1", trial => trial.None.Share, trial => trial.Pinging.Share, trial => trial.Ours.Share),
        new("answers more than without a bot", "F0", None: null, trial => trial.GainedByPinging, trial => trial.GainedByOurs),
        new("messages sent", "F0", None: null, trial => trial.Pinging.Messages, trial => trial.Ours.Messages),
        new("  of them to one member", "F0", None: null, trial => trial.Pinging.Private, trial => trial.Ours.Private),
        new("  of them in public", "F0", None: null, trial => trial.Pinging.Public, trial => trial.Ours.Public),
        new("notifications on screens", "F0", None: null, trial => trial.Pinging.Notified, trial => trial.Ours.Notified),
        new("answers gained a message", "F3", None: null, trial => trial.PerPing, trial => trial.PerOurs),
        new("answers gained a notification", "F4", None: null, trial => trial.PerNotificationOfPinging, trial => trial.PerNotificationOfOurs),
        new("members lost", "F0", trial => trial.None.Lost, trial => trial.Pinging.Lost, trial => trial.Ours.Lost),
        new("  more than without a bot", "F0", None: null, trial => trial.LostByPinging, trial => trial.LostByOurs),
        new("  driven away by the bot", "F0", None: null, trial => trial.Pinging.Left, trial => trial.Ours.Left),
        new("members who silenced the bot", "F0", None: null, trial => trial.Pinging.Silenced, trial => trial.Ours.Silenced),
    ];
}
