using System.Text.Json;
using System.Text.Json.Nodes;
using EngageBot.Simulation.Model;

namespace EngageBot.Simulation.Reports;

/// <summary>Every draw with its habits and what came of each bot, as JSON.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(IReadOnlyList<Trial> trials) => new JsonArray([.. trials.Select(One)]).ToJsonString(Indented);

    private static JsonObject One(Trial trial) => new()
    {
        ["seed"] = trial.Habits.Seed,
        ["habits"] = new JsonObject(Habit.All.Select(habit => KeyValuePair.Create(habit.Name.ToString(), (JsonNode?)JsonValue.Create(trial.Habits[habit.Name])))),
        ["pingIsAsGood"] = trial.Habits.IsPingAsGood,
        ["none"] = Of(trial.None),
        ["pinging"] = Of(trial.Pinging),
        ["untiring"] = Of(trial.Untiring),
        ["ours"] = Of(trial.Ours),
        ["gainedByPinging"] = trial.GainedByPinging,
        ["gainedByOurs"] = trial.GainedByOurs,
        ["isWon"] = trial.IsWon,
        ["broken"] = trial.Broken.Count,
    };

    private static JsonObject Of(Tally tally) => new()
    {
        ["posts"] = tally.Posts,
        ["answered"] = tally.Answered,
        ["private"] = tally.Private,
        ["public"] = tally.Public,
        ["notified"] = tally.Notified,
        ["left"] = tally.Left,
        ["silenced"] = tally.Silenced,
        ["newcomers"] = tally.Newcomers,
        ["stayedAway"] = tally.StayedAway,
        ["helpers"] = tally.Helpers,
    };
}
