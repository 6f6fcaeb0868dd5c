namespace EngageBot.Simulation.Model;

/// <summary>
/// What messages of a bot do to those who get them: each adds to a load that fades by half in some days; the larger the load, the likelier somebody has enough. Then he
/// silences the bot, or leaves.
/// </summary>
internal sealed class Nerves(Habits habits)
{
    /// <summary>How readily he still answers, 0 to 1.</summary>
    public double Freshness(Resident resident, DateTimeOffset now) => 1 / (1 + (habits[HabitName.Fatigue] * LoadAt(resident, now)));

    /// <summary>He gets a message; whether he has enough.</summary>
    /// <param name="weight">1 for a ping to everybody.</param>
    public bool Meets(Resident resident, double weight, DateTimeOffset now)
    {
        resident.Load = LoadAt(resident, now) + weight;
        resident.LoadAt = now;
        resident.Met++;
        var chance = habits[HabitName.Irritation] * resident.Person.Touchiness * weight * resident.Load;
        return Chance.Of(habits.Seed, Drawn.Acts, resident.Person.Number, resident.Met) < chance;
    }

    /// <summary>Who has enough leaves, or is content with silence.</summary>
    public bool Leaves(Resident resident) => Chance.Of(habits.Seed, Drawn.Leaves, resident.Person.Number) < habits[HabitName.Leaves];

    private double LoadAt(Resident resident, DateTimeOffset now) => resident.Load == 0 ? 0 : resident.Load * Math.Pow(0.5, (now - resident.LoadAt).TotalDays / habits[HabitName.Recovery]);
}
