using System.Data.Common;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Rest;
using EngageBot.History;
using EngageBot.Host.Configuration;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Slack;
using EngageBot.Slack.WebApi;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EngageBot.Host.CommandLine;

/// <summary>What a person is told of a fault, and the shell.</summary>
internal static class FaultSentence
{
    private const int DiskFull = 13;
    private const int Busy = 5;
    private const int Locked = 6;

    /// <summary>Null for a bug, which must not be hidden.</summary>
    public static (string Text, int Code)? Of(Exception fault) => fault switch
    {
        HistoryException or RulesException or ConfigurationException or MissingIntentException or DiscordAuthenticationException or GatewayException => (fault.Message, ExitCode.BadInput),
        SlackException or SlackGoneException => (fault.Message, ExitCode.BadInput),
        DatabaseException or DiscordRefusedException or SlackCallException => (fault.Message, ExitCode.Failed),
        SqliteException { SqliteErrorCode: DiskFull } => ("The disk is full. What was stored before is intact; make room and run it again.", ExitCode.Failed),
        SqliteException { SqliteErrorCode: Busy or Locked } => ("The database is in use by another program. Stop that one, or give another --database.", ExitCode.Failed),
        SqliteException sqlite => ($"The database cannot be used: {FirstLine(sqlite.Message)}", ExitCode.Failed),
        PostgresException { SqlState: "3D000" } none => ($"{FirstLine(none.MessageText)}: make it (createdb), or name another in EngageBot:Database:ConnectionString.", ExitCode.Failed),
        PostgresException { SqlState: ['2', '8', ..] } refused => ($"PostgreSQL does not let the bot in: {FirstLine(refused.MessageText)}. See to EngageBot:Database:ConnectionString.", ExitCode.Failed),
        NpgsqlException postgres => ($"The database cannot be used: {FirstLine(postgres.Message)}", ExitCode.Failed),
        DbException or IOException or UnauthorizedAccessException => (FirstLine(fault.Message), ExitCode.Failed),
        _ => null,
    };

    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0];
}
