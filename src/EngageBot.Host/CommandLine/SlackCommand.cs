using System.CommandLine;
using EngageBot.Host.Configuration;
using EngageBot.Host.Platforms.Slack;

namespace EngageBot.Host.CommandLine;

/// <summary><c>engagebot slack</c>: what is needed to set the bot up there.</summary>
internal static class SlackCommand
{
    public static Command Create()
    {
        var http = new Option<Uri?>("--http")
        {
            Description = "For EngageBot:Slack:Mode Http: the address at which Slack reaches the bot, like https://bot.example.com. Left out: for Socket Mode.",
            HelpName = "address",
        };
        var manifest = new Command(
            "manifest",
            """
            Prints the manifest from which Slack makes the app, with the permissions and events that the bot needs and no others.

            Example: engagebot slack manifest > manifest.yaml
            """)
        {
            http,
        };
        manifest.SetAction((parsed, _) => LiveRun.WithFaultsAsync(() => PrintAsync(parsed.GetValue(http))));
        return new Command("slack", "What is needed to set the bot up on Slack.") { manifest };
    }

    private static async Task<int> PrintAsync(Uri? address)
    {
        if (address is not null && !SlackManifest.IsPublicAddress(address))
        {
            throw new ConfigurationException("--http must be an address that begins with https:// and has no ? or #: Slack sends its requests to no other.");
        }

        await Console.Out.WriteAsync(SlackManifest.For(address));
        return ExitCode.Done;
    }
}
