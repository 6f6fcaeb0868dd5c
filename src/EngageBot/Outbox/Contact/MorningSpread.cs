using EngageBot.Communities;

namespace EngageBot.Outbox.Contact;

/// <summary>
/// What waited overnight is not said all at once when quiet hours end but spread over the morning: each at a time of its own, which does not depend on what else waits, so that
/// planning it again changes nothing.
/// </summary>
internal static class MorningSpread
{
    public static readonly TimeSpan UsualLength = TimeSpan.FromHours(3);

    /// <summary>Between two public messages, so that a morning does not look like the bot's.</summary>
    public static readonly TimeSpan BetweenPublic = TimeSpan.FromMinutes(10);

    /// <param name="morning">When quiet hours end.</param>
    /// <param name="publicBudget">Public messages of the community, those said before among them. What it has no room for waits until it has.</param>
    /// <param name="quiet">No time lies in these.</param>
    /// <returns>By time; what the budget never has room for is left out.</returns>
    public static IReadOnlyList<SpreadMessage> Plan(IEnumerable<WaitingMessage> waiting, DateTimeOffset morning, TimeSpan length, Budget publicBudget, QuietHours? quiet)
    {
        var budget = publicBudget;
        var spacing = new Budget(1, BetweenPublic, budget.Used);
        List<SpreadMessage> plan = [];
        foreach (var (message, at) in waiting.Select(message => (Message: message, At: TimeOf(message.Key, morning, length))).OrderBy(one => one.At).ThenBy(one => one.Message.Key))
        {
            var moment = message.IsPublic ? WithRoom(at, budget, spacing, quiet) : quiet?.After(at, TimeSpan.Zero) ?? at;
            if (moment is not { } found)
            {
                continue;
            }

            plan.Add(new SpreadMessage(message.Key, found));
            if (message.IsPublic)
            {
                budget = budget with { Used = [.. budget.Used, found] };
                spacing = spacing with { Used = budget.Used };
            }
        }

        return [.. plan.OrderBy(message => message.At).ThenBy(message => message.Key)];
    }

    /// <summary>A time of a message's own on a morning. On another morning it is another, so that nobody is always the last.</summary>
    public static DateTimeOffset TimeOf(long key, DateTimeOffset morning, TimeSpan length) =>
        morning + TimeSpan.FromMilliseconds(Math.Floor(length.TotalMilliseconds * (Mixed((ulong)key ^ Mixed((ulong)(morning.ToUnixTimeSeconds() / 86_400))) >> 11) / (1L << 53)));

    private static DateTimeOffset? WithRoom(DateTimeOffset moment, Budget budget, Budget spacing, QuietHours? quiet)
    {
        while (true)
        {
            if (budget.FreeFrom(moment) is not { } free)
            {
                return null;
            }

            var next = spacing.FreeFrom(free)!.Value;
            next = quiet?.After(next, TimeSpan.Zero) ?? next;
            if (next == moment)
            {
                return moment;
            }

            moment = next;
        }
    }

    /// <summary>The last step of SplitMix64 (Steele, Lea and Flood 2014): near numbers come to lie far apart.</summary>
    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
