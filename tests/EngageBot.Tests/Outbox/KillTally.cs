namespace EngageBot.Tests.Outbox;

/// <summary>What became of what was planned while a process was killed so many times.</summary>
internal sealed record KillTally(int Planned, int Sent, int Uncertain, int Kills)
{
    public static KillTally operator +(KillTally one, KillTally other) =>
        new(one.Planned + other.Planned, one.Sent + other.Sent, one.Uncertain + other.Uncertain, one.Kills + other.Kills);

    public override string ToString() => $"{Kills} kills: {Planned} planned, {Sent} sent, {Uncertain} uncertain";
}
