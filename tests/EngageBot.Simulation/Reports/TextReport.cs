using System.Globalization;
using System.Text;

namespace EngageBot.Simulation.Reports;

/// <summary>What came of many draws, as text. The same draws give the same text.</summary>
internal static class TextReport
{
    private const int Worst = 8;

    public static string Of(IReadOnlyList<Trial> trials)
    {
        var text = new StringBuilder();
        Line(text, $"{trials.Count} draws, seeds {trials[0].Habits.Seed} to {trials[^1].Habits.Seed}: median (5% to 95%)");
        Line(text, $"{string.Empty,-36}{"no bot",-24}{"pings everybody",-24}{"ours",-24}");
        foreach (var measure in Measure.All)
        {
            Line(text, $"{measure.Name,-36}{Spread(trials, measure.None, measure.Format),-24}{Spread(trials, measure.Pinging, measure.Format),-24}{Spread(trials, measure.Ours, measure.Format),-24}");
        }

        Line(text, $"{"answers a message, ours against ping",-36}{string.Empty,-48}{Spread(trials, trial => trial.Ratio, "F2"),-24}");
        Line(text, $"{"  against pings that annoy nobody",-36}{string.Empty,-48}{Spread(trials, trial => trial.RatioToUntiring, "F2"),-24}");
        Line(text, $"{"  notification for notification",-36}{string.Empty,-48}{Spread(trials, trial => trial.RatioOfNotifications, "F1"),-24}");
        AddWins(text, "all draws", trials);
        AddWins(text, "where a ping helps as much as an ask, or more", [.. trials.Where(trial => trial.Habits.IsPingAsGood)]);
        AddWins(text, "where it helps less", [.. trials.Where(trial => !trial.Habits.IsPingAsGood)]);
        AddWins(text, "where the bot shows a waiting board", [.. trials.Where(trial => !trial.Habits.HasPublicReplies)]);
        AddWins(text, "where it replies under posts", [.. trials.Where(trial => trial.Habits.HasPublicReplies)]);
        AddWins(text, "up to 100 members", [.. trials.Where(trial => trial.Habits.Members <= 100)]);
        AddThirds(text, trials);
        AddWorst(text, trials);
        Line(text, $"\npromises broken: {trials.Sum(trial => trial.Broken.Count)}");
        foreach (var broken in trials.SelectMany(trial => trial.Broken).Take(20))
        {
            Line(text, $"  {broken}");
        }

        return text.ToString();
    }

    private static void AddWins(StringBuilder text, string name, IReadOnlyList<Trial> trials)
    {
        if (trials.Count > 0)
        {
            Line(text, $"\n{name} ({trials.Count}): ours wins {Share(trials, trial => trial.IsWon)}, with more answers a message in {Share(trials, trial => trial.IsMoreAMessage)} and no more members lost in {Share(trials, trial => trial.LosesNoMore)};");
            Line(text, $"  more answers in all in {Share(trials, trial => trial.GainedByOurs > trial.GainedByPinging)}; answers a message at the median {Quantiles.At(trials.Select(trial => trial.Ratio), 0.5):F2} times those of the pinging one, twice or more in {Share(trials, trial => trial.Ratio >= 2)}");
            Line(text, $"  against pings that annoy nobody {Quantiles.At(trials.Select(trial => trial.RatioToUntiring), 0.5):F2} times at the median, more in {Share(trials, trial => trial.RatioToUntiring > 1)}, twice or more in {Share(trials, trial => trial.RatioToUntiring >= 2)}");
        }
    }

    private static void AddThirds(StringBuilder text, IReadOnlyList<Trial> trials)
    {
        Line(text, $"\nwins, and the median ratio, by thirds of{string.Empty,-14}{"lowest",-26}{"middle",-26}{"highest",-26}");
        foreach (var property in Property.All)
        {
            Trial[] sorted = [.. trials.OrderBy(property.Of).ThenBy(trial => trial.Habits.Seed)];
            var thirds = Enumerable.Range(0, 3).Select(third => sorted[(sorted.Length * third / 3)..(sorted.Length * (third + 1) / 3)]).ToList();
            Line(text, $"  {property.Name,-38}{string.Concat(thirds.Select(third => $"{Third(third, property),-26}"))}");
        }
    }

    private static string Third(Trial[] third, Property property)
    {
        if (third.Length == 0)
        {
            return "-";
        }

        var format = property.Format;
        var range = $"{property.Of(third[0]).ToString(format, CultureInfo.InvariantCulture)}-{property.Of(third[^1]).ToString(format, CultureInfo.InvariantCulture)}";
        return string.Create(CultureInfo.InvariantCulture, $"{Share(third, trial => trial.IsWon)} {Quantiles.At(third.Select(trial => trial.Ratio), 0.5):F2}  ({range})");
    }

    private static void AddWorst(StringBuilder text, IReadOnlyList<Trial> trials)
    {
        Line(text, $"\nwhere ours does worst against the pinging one:");
        foreach (var trial in trials.OrderBy(trial => trial.Ratio).ThenBy(trial => trial.PerOurs - trial.PerPing).Take(Worst))
        {
            Line(text, $"  seed {trial.Habits.Seed}: answers a message {trial.PerOurs:F2} against {trial.PerPing:F2}, lost {trial.LostByOurs:+0;-0;0} against {trial.LostByPinging:+0;-0;0}, {trial.Ours.Helpers} helpers; {trial.Habits}");
        }
    }

    private static string Spread(IReadOnlyList<Trial> trials, Func<Trial, double>? of, string format)
    {
        if (of is null)
        {
            return string.Empty;
        }

        var numbers = trials.Select(of).ToList();
        string At(double share) => Quantiles.At(numbers, share).ToString(format, CultureInfo.InvariantCulture);
        return $"{At(0.5)} ({At(0.05)} to {At(0.95)})";
    }

    private static string Share(IReadOnlyList<Trial> trials, Func<Trial, bool> has) =>
        ((double)trials.Count(has) / trials.Count).ToString("P0", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
