using System.CommandLine;
using EngageBot.Host.Platforms.Discord;

namespace EngageBot.Host.CommandLine;

/// <summary><c>engagebot discord</c>: what is needed to set the bot up there.</summary>
internal static class DiscordCommand
{
    public static Command Create()
    {
        var invite = new Command("invite", "Prints the link with which somebody who manages a server adds the bot to it, with the permissions that it needs and no others.");
        invite.SetAction((_, cancellationToken) => LiveRun.WithFaultsAsync(() => DiscordInvite.PrintAsync(cancellationToken)));
        return new Command("discord", "What is needed to set the bot up on Discord.") { invite };
    }
}
