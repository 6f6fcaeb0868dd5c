using System.Diagnostics;
using System.Text.RegularExpressions;
using EngageBot.EndToEndTests.Discord;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.EndToEndTests;

/// <summary>What is in <c>deploy/</c>, as far as it can be tried without a container engine: its commands and settings, on what a build publishes.</summary>
public sealed partial class DeployTests(PublishedProgram published) : IClassFixture<PublishedProgram>
{
    private static string Root => PublishedProgram.Root;

    [Theory]
    [InlineData("engagebot.service")]
    [InlineData("Dockerfile")]
    public async Task What_is_published_runs_as_it_is_started_there(string file)
    {
        var folder = Directory.CreateTempSubdirectory("engagebot-deploy-").FullName;
        try
        {
            await using var discord = await LiveDiscord.StartAsync();
            ListeningTests.Begin(discord);
            File.WriteAllText(Path.Combine(folder, "discord-token"), "fake-token\n");
            var (arguments, environment) = file == "Dockerfile" ? OfDockerfile() : OfUnit();
            var data = Path.Combine(folder, "data");
            Directory.CreateDirectory(data);
            (string There, string Here)[] places = [("/opt/engagebot/", published.Folder), ("/app/", published.Folder), ("/var/lib/engagebot/", data), ("/data/", data)];
            string Here(string text) => places.FirstOrDefault(place => text.StartsWith(place.There, StringComparison.Ordinal)) is { There: { } there } place
                ? Path.Combine(place.Here, text[there.Length..])
                : text;
            environment["EngageBot__Discord__TokenFile"] = Path.Combine(folder, "discord-token");
            environment["EngageBot__Discord__ApiBaseUrl"] = discord.Api.AbsoluteUri;
            environment["EngageBot__Web__Listen"] = $"http://127.0.0.1:{FreePort()}";
            using var bot = Start(folder, [.. arguments.Select(Here)], environment.ToDictionary(pair => pair.Key, pair => Here(pair.Value)));
            var printed = bot.StandardOutput.ReadToEndAsync();
            var errors = bot.StandardError.ReadToEndAsync();
            await UntilAsync(() => discord.Gateway.Identifies > 0 && File.Exists(Path.Combine(folder, "data", "engagebot.db")), bot, errors);

            string[] healthy = [.. arguments.SkipLast(1).Append("healthy").Select(Here)];
            var here = environment.ToDictionary(pair => pair.Key, pair => Here(pair.Value));
            await UntilAsync(() => Exits(folder, healthy, here) == 0, bot, errors);
            await EndAsync(bot);
            Assert.Equal(1, Exits(folder, healthy, here));
            Assert.Contains("EngageBot 0.1.0 runs on Discord (shards auto), with the database ", await printed, StringComparison.Ordinal);
            Assert.DoesNotContain("fake-token", await printed + await errors, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task EndAsync(Process bot)
    {
        var told = Stopwatch.GetTimestamp();
        using (var terminate = Process.Start("kill", ["-TERM", $"{bot.Id}"]))
        {
            await terminate.WaitForExitAsync();
        }

        await bot.WaitForExitAsync();
        Assert.True(Stopwatch.GetElapsedTime(told) < TimeSpan.FromSeconds(10), "it took longer than it may to stop");
        Assert.Equal(0, bot.ExitCode);
    }

    [Fact]
    public void Every_command_that_the_runbook_names_is_one_of_the_programs()
    {
        var commands = Host.CommandLine.EngageBotCommand.Create();
        var named = Command().Matches(File.ReadAllText(Path.Combine(Root, "deploy", "RUNBOOK.md"))).Select(match => match.Groups["words"].Value.Trim()).Distinct().ToList();
        Assert.True(named.Count > 8, string.Join(", ", named));
        Assert.All(named, words => Assert.Contains(commands.Subcommands, command => command.Name == words.Split(' ')[0]));
    }

    [GeneratedRegex(@"(?:^|[\s`])engagebot (?<words>[a-z]+(?: [a-z]+)?)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Command();

    private static (string[] Arguments, Dictionary<string, string> Environment) OfUnit()
    {
        var lines = File.ReadAllLines(Path.Combine(Root, "deploy", "engagebot.service"));
        var start = lines.Single(line => line.StartsWith("ExecStart=/usr/bin/dotnet ", StringComparison.Ordinal))["ExecStart=/usr/bin/dotnet ".Length..].Split(' ');
        Assert.Contains("EnvironmentFile=/etc/engagebot/engagebot.env", lines);
        var settings = File.ReadAllLines(Path.Combine(Root, "deploy", "engagebot.env")).Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'));
        return (start, settings.Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]));
    }

    private static (string[] Arguments, Dictionary<string, string> Environment) OfDockerfile()
    {
        var text = File.ReadAllText(Path.Combine(Root, "deploy", "Dockerfile"));
        string[] Words(string instruction) => [.. Quoted().Matches(text.Split('\n').Single(line => line.StartsWith(instruction + " [", StringComparison.Ordinal))).Select(match => match.Groups["word"].Value)];
        return ([.. Words("ENTRYPOINT").Skip(1), .. Words("CMD")], Setting().Matches(text).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value));
    }

    [GeneratedRegex("\"(?<word>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<name>EngageBot__\w+|DOTNET_\w+)=(?<value>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Setting();

    private static Process Start(string folder, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static int Exits(string folder, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        using var process = Start(folder, arguments, environment);
        process.WaitForExit();
        return process.ExitCode;
    }

    private static async Task UntilAsync(Func<bool> condition, Process bot, Task<string> errors)
    {
        using var guard = new CancellationTokenSource(TestKit.TestTime.Patience);
        while (!condition())
        {
            Assert.False(bot.HasExited, bot.HasExited ? await errors : "");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, guard.Token);
        }
    }

    private static int FreePort()
    {
        using var free = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        return ((System.Net.IPEndPoint)free.LocalEndpoint).Port;
    }
}
