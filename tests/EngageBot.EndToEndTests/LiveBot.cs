using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Dapper;
using EngageBot.Host.Storage;
using EngageBot.TestKit.FakeDiscord;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.EndToEndTests;

/// <summary>The bot as a process of its own, connected to a fake Discord, a fake Slack or both, and a look at its database.</summary>
internal sealed class LiveBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ProgramRun _program = new();
    private readonly SqliteDataSource _database;
    private Process? _process;
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
    {
        _program.Write("appsettings.json", $$"""
            {"EngageBot":{ {{string.Join(',', platforms)}},"Rules":{{rules}} } }
            """);
        Directory.CreateDirectory(_program.Path("data"));
        _database = new SqliteDataSource(_program.Path("data/engagebot.db"));
    }

    public SqliteDataSource Database => _database;

    /// <summary>On a fake Slack that brings everything by requests, to an address of this bot's own.</summary>
    public static LiveBot OverHttp(FakeSlack slack, string rules = "{}")
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = new Uri($"http://{free.LocalEndpoint}/");
        free.Stop();
        foreach (var app in slack.Apps)
        {
            app.Http.Target = address;
        }

        return new LiveBot(rules, SectionOf(slack, ",\"Mode\":\"Http\""), $"\"Web\":{{\"Listen\":\"{address}\"}}");
    }

    public void Start()
    {
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
        using (var terminate = Process.Start("kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await terminate.WaitForExitAsync();
        }

        return await EndedAsync();
    }

    public async Task<int> EndedAsync()
    {
        using var guard = new CancellationTokenSource(Patience);
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

    public Task UntilStoredAsync(long messages) => UntilAsync(async () => await CountAsync() >= messages, $"{messages} messages to be stored");

    /// <summary>Waits until something is so; what the bot printed is told where it never is.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience || _process?.HasExited == true)
            {
                _process?.Kill();
                Assert.Fail($"Waited in vain for {what} ({await CountAsync()} messages are stored). The bot said: {await PrintedAsync()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        await _database.DisposeAsync();
        _program.Dispose();
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

    private async Task<long> CountAsync()
    {
        await using var connection = await _database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'messages'") == 0
            ? 0
            : await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM messages");
    }
}
