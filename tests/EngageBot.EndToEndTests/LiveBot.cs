using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Dapper;
using EngageBot.Host.CommandLine;
using EngageBot.Host.Configuration;
using EngageBot.Host.Platforms;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Host.Storage;
using EngageBot.Host.Web.Dashboard;
using EngageBot.Slack;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;
using EngageBot.TestKit.FakeSlack;
using Microsoft.Extensions.Configuration;

namespace EngageBot.EndToEndTests;

/// <summary>The bot as a process of its own, connected to a fake Discord, a fake Slack or both, and a look at its database.</summary>
internal sealed partial class LiveBot : IAsyncDisposable
{
    private static readonly DashboardSettings Pages = new(IsOn: true, PublicUrl: null);
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private readonly ProgramRun _program = new();
    private readonly DbDataSource _database;
    private readonly Func<CancellationToken, Task>? _inside;
    private Process? _process;
    private CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private int _isDisposed;
    private Task<string> _output = Task.FromResult(string.Empty);
    private Task<string> _errors = Task.FromResult(string.Empty);

    public LiveBot(LiveDiscord discord, string rules = "{}", string token = "fake-token", string more = "")
        : this(rules, SectionOf(discord, token, more))
    {
    }

    public LiveBot(FakeSlack slack, string rules = "{}", string more = "")
        : this(rules, SectionOf(slack, more))
    {
    }

    /// <summary>On both at once.</summary>
    public LiveBot(LiveDiscord discord, FakeSlack slack, string rules = "{}")
        : this(rules, SectionOf(discord, "fake-token", string.Empty), SectionOf(slack, string.Empty))
    {
    }

    private LiveBot(string rules, params string[] platforms)
        : this(database: null, rules, platforms)
    {
    }

    private LiveBot(DbDataSource? database, string rules, params string[] platforms)
    {
        string[] own = platforms.Any(section => section.Contains("\"Web\":", StringComparison.Ordinal)) ? [] : ["\"Web\":{\"Listen\":\"http://127.0.0.1:0\"}"]; // Others listen on this machine too.
        _program.Write("appsettings.json", $$"""
            {"EngageBot":{ {{string.Join(',', platforms.Concat(own))}},"Rules":{{rules}} } }
            """);
        Directory.CreateDirectory(_program.Path("data"));
        _database = database ?? new SqliteDataSource(_program.Path("data/engagebot.db"));
    }

    private LiveBot(TimeProvider clock, string rules, LivePlatforms platforms)
        : this("{}", "\"Web\":{}")
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"EngageBot":{"Rules":{{rules}} } }"""));
        var own = HostConfiguration.Rules(new ConfigurationBuilder().AddJsonStream(json).Build());
        Clock = clock;
        _inside = stop => LiveRun.RunAsync(platforms, own, _database, clock, _ => { }, stop);
    }

    public DbDataSource Database => _database;

    public int ProcessId => _process!.Id;

    /// <summary>Where it keeps its files.</summary>
    public string Folder => _program.Path("data");

    /// <summary>On PostgreSQL.</summary>
    /// <param name="connection">How it gets at the database; the test looks at it by its own way.</param>
    public static LiveBot OnPostgres(LiveDiscord discord, TestDatabase database, string connection, string rules) =>
        new(database.Source, rules, SectionOf(discord, "fake-token", string.Empty), $$"""
            "Database":{"Provider":"Postgres","ConnectionString":"{{connection}}"}
            """);

    /// <summary>The one that it goes by.</summary>
    public TimeProvider Clock { get; } = TimeProvider.System;

    /// <summary>In the process of the test, and by a clock of the test's own. It cannot be killed.</summary>
    public static LiveBot By(TimeProvider clock, LiveDiscord discord, string rules) =>
        new(clock, rules, new LivePlatforms { Discord = DiscordOf(discord), Web = AnyPort, Dashboard = Pages });

    /// <summary>The same on Slack.</summary>
    /// <param name="installedBy">The user who brought the bot to all of its workspaces.</param>
    public static LiveBot By(TimeProvider clock, FakeSlack slack, string rules, bool overHttp, string? installedBy = null)
    {
        var platforms = new LivePlatforms { Slack = SlackOf(slack, overHttp, installedBy), Web = AnyPort, Dashboard = Pages };
        return new LiveBot(clock, rules, overHttp ? platforms with { Web = new IPEndPoint(IPAddress.Loopback, TargetOf(slack).Port) } : platforms);
    }

    /// <summary>On both at once.</summary>
    public static LiveBot By(TimeProvider clock, LiveDiscord discord, FakeSlack slack, string rules, string installedBy) =>
        new(clock, rules, new LivePlatforms { Discord = DiscordOf(discord), Slack = SlackOf(slack, overHttp: false, installedBy), Web = AnyPort, Dashboard = Pages });

    /// <summary>On a fake Slack that brings everything by requests, to an address of this bot's own.</summary>
    public static LiveBot OverHttp(FakeSlack slack, string rules = "{}")
    {
        var address = TargetOf(slack);
        return new LiveBot(rules, SectionOf(slack, ",\"Mode\":\"Http\""), $"\"Web\":{{\"Listen\":\"{address}\"}}");
    }

    public void Start()
    {
        if (_inside is not null)
        {
            _stop = new CancellationTokenSource();
            _running = Task.Run(() => _inside(_stop.Token));
            return;
        }

        _process = _program.Start();
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => _program.RunAsync(arguments);

    /// <summary>As <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await EndedAsync();
    }

    /// <summary>As an orderly stop of the machine; the exit code.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("-TERM");
        return await EndedAsync();
    }

    public async Task<int> EndedAsync()
    {
        using var guard = new CancellationTokenSource(TestTime.Patience);
        await _process!.WaitForExitAsync(guard.Token);
        var code = _process.ExitCode;
        _process.Dispose();
        _process = null;
        return code;
    }

    /// <summary>All that it printed; to be asked when it has ended.</summary>
    public async Task<string> PrintedAsync() => await _output + await _errors;

    public async Task<IReadOnlyList<string>> RowsAsync(string sql)
    {
        await using var connection = await _database.OpenConnectionAsync();
        return [.. (await connection.QueryAsync(sql)).Cast<IDictionary<string, object?>>().Select(row => string.Join(" | ", row.Values.Select(value => value ?? "-")))];
    }

    /// <summary>Whether it has begun to make its tables.</summary>
    public async Task<bool> HasTableAsync(string name)
    {
        await using var connection = await _database.OpenConnectionAsync();
        var sql = _database is SqliteDataSource ? "SELECT COUNT(*) FROM sqlite_master WHERE name = @name" : "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = @name";
        return await connection.ExecuteScalarAsync<long>(sql, new { name }) > 0;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await _database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }

    public Task UntilStoredAsync(long messages) => UntilAsync(async () => await CountAsync() >= messages, $"{messages} messages to be stored");

    /// <summary>Waits until something is so; what the bot printed is told where it never is.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            await (_running.IsFaulted ? _running : Task.CompletedTask);
            if (Stopwatch.GetElapsedTime(started) > TestTime.Patience || _process?.HasExited == true)
            {
                _process?.Kill();
                Assert.Fail($"Waited in vain for {what} ({await CountAsync()} messages are stored). The bot said: {await PrintedAsync()}{await OutboxAsync()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return; // It may be in two towns.
        }

        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();

        if (_database is SqliteDataSource)
        {
            await _database.DisposeAsync(); // Another is the test's own.
        }

        _program.Dispose();
    }

    /// <summary>An address for the bot, to which all that happens is sent.</summary>
    private static Uri TargetOf(FakeSlack slack)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = new Uri($"http://{free.LocalEndpoint}/");
        free.Stop();
        foreach (var app in slack.Apps)
        {
            app.Http.Target = address;
        }

        return address;
    }

    private static DiscordSettings DiscordOf(LiveDiscord discord) => DiscordSettings.Of(new DiscordOptions { Token = "fake-token", ApiBaseUrl = discord.Api, Members = true })!;

    private static SlackSettings SlackOf(FakeSlack slack, bool overHttp, string? installedBy)
    {
        var workspaces = slack.Workspaces.Select(workspace => new SlackWorkspaceSettings(new BotToken(workspace.Token))
        {
            AppToken = new AppToken(workspace.App.Token),
            SigningSecret = new SigningSecret(workspace.App.SigningSecret),
            InstalledBy = installedBy,
        });
        return new SlackSettings
        {
            Mode = overHttp ? SlackMode.Http : SlackMode.Socket,
            ApiBaseUrl = slack.Api,
            Workspaces = [.. workspaces],
            FirstReadBack = TimeSpan.FromDays(30),
        };
    }

    private static string SectionOf(LiveDiscord discord, string token, string more) => $$"""
        "Discord":{"Token":"{{token}}","ApiBaseUrl":"{{discord.Api}}"{{more}}}
        """;

    /// <summary>All workspaces of the server.</summary>
    private static string SectionOf(FakeSlack slack, string more)
    {
        var workspaces = slack.Workspaces.Select(workspace => $$"""{"BotToken":"{{workspace.Token}}","AppToken":"{{workspace.App.Token}}","SigningSecret":"{{workspace.App.SigningSecret}}"}""");
        return $$"""
            "Slack":{"ApiBaseUrl":"{{slack.Api}}","Workspaces":[{{string.Join(',', workspaces)}}]{{more}}}
            """;
    }

    /// <summary>What it would say, or did, and what became of that.</summary>
    private async Task<string> OutboxAsync() =>
        _inside is null ? string.Empty : string.Join('\n', await RowsAsync("SELECT kind, subject, member, state, outcome, text FROM outbox ORDER BY id"));

    private async Task<long> CountAsync()
    {
        await using var connection = await _database.OpenConnectionAsync();
        return await HasTableAsync("messages") ? await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM messages") : 0;
    }
}
