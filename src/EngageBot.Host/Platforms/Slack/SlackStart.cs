using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Health;
using EngageBot.Slack;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>What ends the program is also kept for those who look later: a wrong token, a scope that is missing, Socket Mode that is off.</summary>
internal static class SlackStart
{
    private static readonly string[] Codes = [HealthCode.Token, HealthCode.Start];

    /// <summary>Slack takes the tokens.</summary>
    public static async Task SucceededAsync(HealthBook book, SlackWorlds worlds, CancellationToken cancellationToken)
    {
        foreach (var code in Codes)
        {
            await book.ClearAsync(new HealthKey(Platform.Slack, code), cancellationToken);
        }

        foreach (var world in worlds.All)
        {
            await book.ClearAsync(new HealthKey(Platform.Slack, HealthCode.Token) { Community = world.Community }, cancellationToken);
        }
    }

    /// <summary>Keeps why the program ends; whoever started it is told by the program itself.</summary>
    public static async Task FailedAsync(DbDataSource database, Exception fault, TimeProvider clock)
    {
        if (CodeOf(fault) is { } code)
        {
            using var book = new HealthBook(database, clock, NullLogger<HealthBook>.Instance);
            await book.RaiseAsync(new HealthKey(Platform.Slack, code), fault.Message, CancellationToken.None);
        }
    }

    /// <summary>Whether it is Slack that does not let the bot in, or threw it out, and nothing else.</summary>
    public static bool IsOfSlack(Exception fault) => fault is SlackException or SlackGoneException;

    private static string? CodeOf(Exception fault) => fault switch
    {
        SlackAuthenticationException => HealthCode.Token,
        SlackException or SlackGoneException => HealthCode.Start,
        _ => null,
    };
}
