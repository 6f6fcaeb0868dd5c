using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EngageBot.Host.Storage;

namespace EngageBot.EndToEndTests;

/// <summary>The program as a user starts it: a process of its own, in a folder of its own.</summary>
internal sealed class ProgramRun : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public string Folder { get; } = Directory.CreateTempSubdirectory("engagebot-run-").FullName;

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    /// <summary>A history in which two people ask, and only one of them is answered.</summary>
    public string Lines(int messages)
    {
        var lines = new StringBuilder();
        for (var number = 1; number <= messages; number++)
        {
            var at = new DateTimeOffset(2015, 1, 5, 12, 0, 0, TimeSpan.Zero).AddMinutes(30 * number).ToString("O", CultureInfo.InvariantCulture);
            var isReply = number % 4 == 2;
            lines.Append(JsonSerializer.Serialize(new
            {
                id = $"m{number}",
                channel = "help",
                author = isReply ? "bob" : number % 4 == 0 ? "AT&T <b>\"bold\"</b>" : "ada",
                at,
                text = isReply ? "like this" : "why does it do that?",
                replyTo = isReply ? $"m{number - 1}" : null,
            })).Append('\n');
        }

        return Write("history.jsonl", lines.ToString());
    }

    /// <summary>Runs it to its end.</summary>
    public Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => ToEndAsync(Start(arguments));

    /// <summary>Runs a verb of the evaluation to its end.</summary>
    public Task<(int ExitCode, string Output, string Errors)> EvaluateAsync(params string[] arguments) => ToEndAsync(StartProgram(typeof(EngageBot.Evaluation.Verb), arguments));

    private static async Task<(int ExitCode, string Output, string Errors)> ToEndAsync(Process started)
    {
        using var process = started;
        using var guard = new CancellationTokenSource(Longest);
        var output = process.StandardOutput.ReadToEndAsync(guard.Token);
        var errors = process.StandardError.ReadToEndAsync(guard.Token);
        await process.WaitForExitAsync(guard.Token);
        return (process.ExitCode, await output, await errors);
    }

    public Process Start(params string[] arguments) => StartProgram(typeof(SqliteDataSource), arguments);

    private Process StartProgram(Type entry, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TMPDIR"] = Directory.CreateDirectory(Path("tmp")).FullName;
        start.ArgumentList.Add(entry.Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
