using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Rest;
using EngageBot.Health;
using EngageBot.Host.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Host.Platforms.Discord;

/// <summary>What ends the program is also kept for those who look later: a wrong token, an intent that is off or was taken away.</summary>
internal static class DiscordStart
{
    private const int AuthenticationFailed = 4004;
    private const int DisallowedIntents = 4014;

    private static readonly string[] Codes = [HealthCode.Token, HealthCode.Intent, HealthCode.Start];

    /// <summary>Discord takes the token, and all intents are on.</summary>
    public static async Task SucceededAsync(HealthBook book, CancellationToken cancellationToken)
    {
        foreach (var code in Codes)
        {
            await book.ClearAsync(new HealthKey(Platform.Discord, code), cancellationToken);
        }
    }

    /// <summary>Keeps why the program ends; whoever started it is told by the program itself.</summary>
    public static async Task FailedAsync(DbDataSource database, Exception fault, TimeProvider clock)
    {
        if (CodeOf(fault) is { } code)
        {
            using var book = new HealthBook(database, clock, NullLogger<HealthBook>.Instance);
            await book.RaiseAsync(new HealthKey(Platform.Discord, code), fault.Message, CancellationToken.None);
        }
    }

    /// <summary>Whether it is Discord that does not let the bot in, or threw it out, and nothing else.</summary>
    public static bool IsOfDiscord(Exception fault) => fault is DiscordAuthenticationException or MissingIntentException or GatewayException;

    private static string? CodeOf(Exception fault) => fault switch
    {
        DiscordAuthenticationException or GatewayClosedException { Code.Number: AuthenticationFailed } => HealthCode.Token,
        MissingIntentException or GatewayClosedException { Code.Number: DisallowedIntents } => HealthCode.Intent,
        GatewayException or ConfigurationException => HealthCode.Start,
        _ => null,
    };
}
