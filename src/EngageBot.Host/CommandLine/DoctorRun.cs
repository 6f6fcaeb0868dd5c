using System.Data.Common;
using EngageBot.Database;
using EngageBot.Host.Doctor;
using EngageBot.Host.Storage;
using Spectre.Console;

namespace EngageBot.Host.CommandLine;

/// <summary>Looks at one thing after the other, and says at once what it found.</summary>
internal static class DoctorRun
{
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var worst = FindingLevel.Fine;
        var output = Terminal.Output();
        void Tell(params IEnumerable<Finding> findings)
        {
            foreach (var finding in findings)
            {
                worst = (FindingLevel)Math.Max((int)worst, (int)finding.Level);
                output.Write(new Text(Mark(finding.Level), StyleOf(finding.Level)));
                output.WriteLine(finding.Sentence);
            }
        }

        var (platforms, rules, settings) = SettingsCheck.Run();
        Tell(settings);
        await using var database = ConfiguredDatabase.Open();
        Tell(await DatabaseCheck.RunAsync(database, cancellationToken));
        Tell(await ChartCheck.RunAsync(clock, cancellationToken));
        if (platforms.Discord is { } discord)
        {
            Tell(await ClockCheck.RunAsync(new Uri(discord.ApiBaseUrl, "gateway"), $"DiscordBot ({discord.UserAgentUrl.AbsoluteUri}, {StatusRun.Version})", clock, cancellationToken));
            Tell(await DiscordCheck.RunAsync(discord, rules, await CurrentAsync(database, cancellationToken), clock, cancellationToken));
        }

        if (platforms.Slack is { } slack)
        {
            Tell(await ClockCheck.RunAsync(new Uri(slack.ApiBaseUrl, "api.test"), $"EngageBot/{StatusRun.Version}", clock, cancellationToken));
            Tell(await SlackCheck.RunAsync(slack, clock, cancellationToken));
        }

        output.WriteLine(worst switch
        {
            FindingLevel.Fine => "Nothing is wrong.",
            FindingLevel.Note => "Nothing is wrong; what is marked with a dash could be better.",
            _ => "What is marked with !! keeps the bot from its work.",
        });
        return worst == FindingLevel.Problem ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>Null where nothing of this version is stored: it is not made, nor changed.</summary>
    private static async Task<DbDataSource?> CurrentAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        try
        {
            return (database is not SqliteDataSource file || File.Exists(file.Path)) && await Upgrade.VersionAsync(database, cancellationToken) == Migrator.Latest ? database : null;
        }
        catch (DbException)
        {
            return null; // It was told already.
        }
    }

    private static string Mark(FindingLevel level) => level switch { FindingLevel.Fine => "ok  ", FindingLevel.Note => "-   ", _ => "!!  " };

    private static Style StyleOf(FindingLevel level) => level switch { FindingLevel.Fine => new Style(Color.Green), FindingLevel.Note => new Style(Color.Olive), _ => new Style(Color.Red) };
}
