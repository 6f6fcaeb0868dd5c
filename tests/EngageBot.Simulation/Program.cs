using System.CommandLine;
using System.Globalization;
using EngageBot.Simulation;
using EngageBot.Simulation.Model;
using EngageBot.Simulation.Reports;

var draws = new Option<int>("--draws") { Description = "How many communities.", DefaultValueFactory = _ => 200 };
var seed = new Option<long>("--seed") { Description = "Of the first of them; the others follow.", DefaultValueFactory = _ => 1 };
var json = new Option<FileInfo?>("--json") { Description = "Write every draw to this file too." };
var atOnce = new Option<int>("--at-once") { Description = "How many run at once.", DefaultValueFactory = _ => Environment.ProcessorCount };
var habits = new Command("habits", "What is drawn for a community, between which values, and why there.");
habits.SetAction(_ =>
{
    foreach (var habit in Habit.All)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{habit.Name,-15} {habit.Low,7:0.####} to {habit.High,-6:0.####} {habit.Source}"));
    }
});

var run = new Command("run", "Runs drawn communities with no bot, with one that pings everybody after an hour, and with the product; prints what came of it.") { draws, seed, json, atOnce };
run.SetAction(async (arguments, cancellationToken) =>
{
    var trials = await Trials.RunAsync(
        [.. Enumerable.Range(0, arguments.GetValue(draws)).Select(draw => arguments.GetValue(seed) + draw)], arguments.GetValue(atOnce), _ => Console.Error.Write('.'), cancellationToken);
    Console.Error.WriteLine();
    Console.Write(TextReport.Of(trials));
    if (arguments.GetValue(json) is { } file)
    {
        await File.WriteAllTextAsync(file.FullName, JsonReport.Of(trials), cancellationToken);
    }

    return trials.Any(trial => trial.Broken.Count > 0) ? 1 : 0;
});
return await new RootCommand("Communities whose members are made up, to see what a bot does to them.") { run, habits }.Parse(args).InvokeAsync();
