using EngageBot.Communities;
using EngageBot.Host.CommandLine;
using EngageBot.Host.Configuration;
using EngageBot.Host.Platforms;

namespace EngageBot.Host.Doctor;

/// <summary>Whether the settings can be used.</summary>
internal static class SettingsCheck
{
    /// <summary>Reads them all, so that one that is wrong does not hide the next.</summary>
    public static (LivePlatforms Platforms, CommunityRules Rules, IReadOnlyList<Finding> Findings) Run()
    {
        List<Finding> findings = [];
        var platforms = new LivePlatforms
        {
            Discord = Try(HostConfiguration.Discord, findings),
            Slack = Try(HostConfiguration.Slack, findings),
            Dashboard = Try(HostConfiguration.Dashboard, findings) ?? Web.Dashboard.DashboardSettings.Off,
        };
        Try(HostConfiguration.Web, findings);

        var rules = Try(HostConfiguration.Rules, findings) ?? new CommunityRules();
        if (findings.Count == 0)
        {
            findings.Add(Finding.Fine("Settings: all can be used."));
        }

        if (!platforms.Any && findings.TrueForAll(finding => finding.Level == FindingLevel.Fine))
        {
            findings.Add(Finding.Note("Platforms: none is configured; the program starts the Playground. See Discord and Slack in the README."));
        }

        if (platforms.Any && platforms.Dashboard is { IsOn: true, PublicUrl: null })
        {
            findings.Add(Finding.Note("Web: the moderators' pages are reached from this machine only, for EngageBot:Web:PublicUrl is not set."));
        }

        return (platforms, rules, findings);
    }

    private static T? Try<T>(Func<T?> read, List<Finding> findings)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (FaultSentence.Of(fault) is { } sentence)
        {
            findings.Add(Finding.Problem($"Settings: {sentence.Text}"));
            return null;
        }
    }
}
