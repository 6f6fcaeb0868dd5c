using System.Diagnostics;
using System.Text.RegularExpressions;
using EngageBot.TestKit;

namespace EngageBot.EndToEndTests.Browser;

/// <summary>The program as somebody starts it who configured nothing.</summary>
internal sealed partial class PlaygroundHouse : IDisposable
{
    private readonly ProgramRun _program;
    private readonly Process _process;

    private PlaygroundHouse(ProgramRun program, Process process, Uri address) => (_program, _process, Address) = (program, process, address);

    public Uri Address { get; }

    public ProgramRun Program => _program;

    /// <param name="history">Makes the file with its past; null for the sample.</param>
    public static async Task<PlaygroundHouse> OpenAsync(Func<ProgramRun, string>? history = null)
    {
        var program = new ProgramRun();
        program.Write("appsettings.json", """{ "EngageBot": { "Web": { "Listen": "http://127.0.0.1:0" } } }""");
        var process = history is null ? program.Start() : program.Start("playground", history(program));
        using var guard = new CancellationTokenSource(TestTime.Patience);
        while (true)
        {
            var line = await process.StandardOutput.ReadLineAsync(guard.Token) ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(guard.Token));
            if (Printed().Match(line) is { Success: true } address)
            {
                return new PlaygroundHouse(program, process, new Uri(address.Value));
            }
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _program.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Printed();
}
