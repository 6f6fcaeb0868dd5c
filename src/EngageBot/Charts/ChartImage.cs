using System.Diagnostics;
using System.Globalization;
using System.Text;
using EngageBot.Charts.Drawing;

namespace EngageBot.Charts;

/// <summary>Turns a chart into a PNG by the program <c>rsvg-convert</c>, where that is installed. Where it is not, chat gets the chart as text.</summary>
public sealed class ChartImage : IDisposable
{
    /// <summary>What the program needs to find itself and its fonts. It inherits nothing else: our environment holds tokens.</summary>
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_DIRS", "FONTCONFIG_PATH", "FONTCONFIG_FILE"];

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time;
    private readonly string? _program;

    /// <summary>Pictures are asked for by commands that anybody can give: they queue instead of filling the machine.</summary>
    private readonly SemaphoreSlim _places = new(2);

    public ChartImage(TimeProvider time)
        : this(time, Find("rsvg-convert", Environment.GetEnvironmentVariable("PATH")))
    {
    }

    internal ChartImage(TimeProvider time, string? program) => (_time, _program) = (time, program);

    /// <summary>Whether the program was found when this was made.</summary>
    public bool IsAvailable => _program is not null;

    /// <summary>The chart as PNG; nothing where the program is missing, fails or takes longer than ten seconds.</summary>
    /// <param name="svg">A chart rendered with literal colours (<see cref="ChartTheme.Light"/> or <see cref="ChartTheme.Dark"/>).</param>
    /// <param name="zoom">Pixels for each unit of the chart; 2 is sharp on today's screens.</param>
    /// <param name="cancellationToken">Ends the program as well.</param>
    public async Task<byte[]?> ToPngAsync(string svg, double zoom, CancellationToken cancellationToken)
    {
        if (_program is null)
        {
            return null;
        }

        using var timeout = new CancellationTokenSource(Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _places.WaitAsync(either.Token);
            try
            {
                return await RunAsync(StartInfo(_program, zoom), PlainEmoji.In(svg), either.Token);
            }
            finally
            {
                _places.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null; // too slow
        }
        catch (Exception exception) when (exception is IOException or System.ComponentModel.Win32Exception)
        {
            return null; // it could not be started, or went away while it was written to
        }
    }

    public void Dispose() => _places.Dispose();

    internal static string? Find(string program, string? path) =>
        (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static ProcessStartInfo StartInfo(string program, double zoom)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        start.ArgumentList.Add("--format=png");
        start.ArgumentList.Add("--zoom=" + Math.Clamp(zoom, 0.1, 4).ToString(CultureInfo.InvariantCulture));
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        return start;
    }

    private static async Task<byte[]?> RunAsync(ProcessStartInfo start, string svg, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = start };
        process.Start();
        try
        {
            using var png = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(png, cancellationToken);
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
            await process.StandardInput.WriteAsync(svg.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await Task.WhenAll(reading, complaints, process.WaitForExitAsync(cancellationToken));
            return process.ExitCode == 0 && png.Length > 0 ? png.ToArray() : null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
