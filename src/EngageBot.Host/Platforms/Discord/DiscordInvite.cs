using System.Buffers.Text;
using System.Text;
using EngageBot.Communities;
using EngageBot.Discord;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Host.CommandLine;
using EngageBot.Host.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Host.Platforms.Discord;

/// <summary>The link by which the bot is added to a server.</summary>
internal static class DiscordInvite
{
    public static async Task<int> PrintAsync(CancellationToken cancellationToken)
    {
        var settings = HostConfiguration.Discord()
            ?? throw new ConfigurationException("Set EngageBot:Discord:Token in appsettings.json, or EngageBot__Discord__Token in the environment: the link names the application that the token is of.");
        var rules = HostConfiguration.Rules();
        await Console.Out.WriteLineAsync(Link(await ApplicationAsync(settings, cancellationToken), PermissionsFor(rules)));
        return ExitCode.Done;
    }

    public static string Link(Snowflake application, Permissions permissions) =>
        $"https://discord.com/oauth2/authorize?client_id={application}&scope=bot&permissions={(ulong)permissions}";

    /// <summary>What the bot does, and nothing else.</summary>
    public static Permissions PermissionsFor(CommunityRules rules)
    {
        var reads = Permissions.ViewChannel | Permissions.ReadMessageHistory | Permissions.AddReactions;
        var speaks = Permissions.SendMessages | (rules.PublicStep == PublicStep.Board ? Permissions.None : Permissions.SendMessagesInThreads);
        var introduces = rules.PrivateIntroductions ? Permissions.CreatePrivateThreads | Permissions.SendMessagesInThreads : Permissions.CreatePublicThreads;
        return reads | speaks | introduces | (rules.PublicStep == PublicStep.Tag ? Permissions.ManageThreads : Permissions.None);
    }

    /// <summary>A token begins with the id of its bot, which for all but the oldest is that of the application.</summary>
    public static Snowflake? IdIn(BotToken token)
    {
        var first = token.Reveal().Split('.')[0];
        return Base64Url.IsValid(first) && Snowflake.TryParse(Encoding.ASCII.GetString(Base64Url.DecodeFromChars(first)), out var id) ? id : null;
    }

    private static async Task<Snowflake> ApplicationAsync(DiscordSettings settings, CancellationToken cancellationToken)
    {
        using var client = DiscordConnection.ClientOf(settings, TimeProvider.System, NullLogger<DiscordRestClient>.Instance);
        try
        {
            return (await client.GetCurrentApplicationAsync(cancellationToken)).ValueOrThrow().Id;
        }
        catch (DiscordUnavailableException) when (IdIn(settings.Token) is { } id)
        {
            return id;
        }
    }
}
