using EngageBot.Simulation.Model;

namespace EngageBot.Simulation.Reports;

/// <summary>Something about a community on which it may hang who wins.</summary>
internal sealed record Property(string Name, string Format, Func<Trial, double> Of)
{
    public static IReadOnlyList<Property> All { get; } =
    [
        new("members", "F0", trial => trial.Habits.Members),
        new("posts a day", "F1", trial => trial.Habits.PostsPerDay),
        new("who agreed to be asked", "F0", trial => trial.Ours.Helpers),
        new("answered without a bot", "P0", trial => trial.None.Share),
        new("take-up of a private ask", "P0", trial => trial.Habits[HabitName.TakeUp]),
        new("a ping's effect against an ask's", "F2", trial => trial.Habits.PingRatio),
        new("irritation", "P2", trial => trial.Habits[HabitName.Irritation]),
        new("days to forget half of it", "F1", trial => trial.Habits[HabitName.Recovery]),
        new("weight of a private message", "F2", trial => trial.Habits[HabitName.PrivateWeight]),
        new("pull of a topic", "F1", trial => trial.Habits[HabitName.TopicPull]),
        new("pull of the board", "F2", trial => trial.Habits[HabitName.BoardPull]),
        new("looks at the board a day", "P1", trial => trial.Habits[HabitName.BoardLooks]),
    ];
}
