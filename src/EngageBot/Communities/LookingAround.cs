namespace EngageBot.Communities;

/// <summary>When the bot looks at what is due, where its clock is moved by hand: every five minutes; oftener where the rules' waits are shorter.</summary>
internal static class LookingAround
{
    /// <param name="due">When something is due.</param>
    public static DateTimeOffset At(DateTimeOffset due, CommunityRules rules)
    {
        var step = Math.Clamp(rules.WaitAtLeast.Ticks / 6, TimeSpan.TicksPerSecond, 5 * TimeSpan.TicksPerMinute);
        return new DateTimeOffset((due.UtcTicks + step - 1) / step * step, TimeSpan.Zero);
    }
}
