using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using EngageBot.Charts;

namespace EngageBot.Tests.Charts;

[UnsupportedOSPlatform("windows")]
public sealed class ChartImageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chart-image").FullName;
    private readonly ManualTime _time = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_chart_becomes_a_png()
    {
        using var image = new ChartImage(TimeProvider.System);
        var png = await image.ToPngAsync(Sample.Bars("質問 🌸", 12, ChartUnit.Percent).ToSvg(Svg.Light), 2, CancellationToken.None);

        if (!image.IsAvailable)
        {
            Assert.Null(png); // the program is not everywhere, and the product works without it
            return;
        }

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png![..4]);
        Assert.Equal(1440, (png[16] << 24) | (png[17] << 16) | (png[18] << 8) | png[19]);
    }

    [Fact]
    public async Task Where_the_program_is_missing_there_is_no_picture()
    {
        using var image = new ChartImage(_time, program: null);

        Assert.False(image.IsAvailable);
        Assert.Null(await image.ToPngAsync("<svg/>", 2, CancellationToken.None));
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_gives_no_picture()
    {
        using var image = new ChartImage(_time, Path.Combine(_folder, "nothing-here"));

        Assert.Null(await image.ToPngAsync("<svg/>", 2, CancellationToken.None));
    }

    [Theory]
    [InlineData("cat > /dev/null; echo png; exit 1")]
    [InlineData("cat > /dev/null; exit 0")]
    [InlineData("exit 3")]
    public async Task A_program_that_fails_gives_no_picture(string script)
    {
        using var image = Of(script);

        Assert.Null(await image.ToPngAsync(new string('x', 1_000_000), 2, CancellationToken.None));
    }

    [Fact]
    public async Task The_svg_goes_in_and_what_comes_out_is_the_picture()
    {
        using var image = Of("cat; echo \"$@\"");

        var png = await image.ToPngAsync("<svg>質問</svg>", 1.5, CancellationToken.None);

        Assert.Equal("<svg>質問</svg>--format=png --zoom=1.5\n", Encoding.UTF8.GetString(png!));
    }

    [Fact]
    public async Task The_program_inherits_no_secrets()
    {
        Environment.SetEnvironmentVariable("ENGAGEBOT_TEST_TOKEN", "secret");
        using var image = Of("cat > /dev/null; /usr/bin/env");
        var inherited = Encoding.UTF8.GetString((await image.ToPngAsync("<svg/>", 2, CancellationToken.None))!);

        Assert.Contains("PATH=", inherited, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", inherited, StringComparison.Ordinal);
        Assert.DoesNotContain("DOTNET", inherited, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_hangs_is_ended_after_ten_seconds()
    {
        using var image = Of($"echo $$ > {_folder}/pid; exec sleep 600");
        var drawing = image.ToPngAsync("<svg/>", 2, CancellationToken.None);
        var pid = await PidAsync();
        Assert.Equal(TimeSpan.FromSeconds(10), _time.NextDue);
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Null(await drawing.WaitAsync(TimeSpan.FromSeconds(5)));
        await GoneAsync(pid);
    }

    [Fact]
    public async Task Whoever_gives_up_ends_the_program()
    {
        using var image = Of($"echo $$ > {_folder}/pid; exec sleep 600");
        using var cancellation = new CancellationTokenSource();
        var drawing = image.ToPngAsync("<svg/>", 2, cancellation.Token);
        var pid = await PidAsync();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drawing.WaitAsync(TimeSpan.FromSeconds(5)));
        await GoneAsync(pid);
    }

    [Fact]
    public void The_program_is_looked_for_in_every_folder_of_the_path()
    {
        var program = Write("rsvg-convert", "exit 0");

        Assert.Equal(program, ChartImage.Find("rsvg-convert", $"/nowhere{Path.PathSeparator}{_folder}"));
        Assert.Null(ChartImage.Find("rsvg-convert", "/nowhere"));
        Assert.Null(ChartImage.Find("rsvg-convert", null));
    }

    private ChartImage Of(string script) => new(_time, Write("program", script));

    private string Write(string name, string script)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private async Task<int> PidAsync()
    {
        var file = Path.Combine(_folder, "pid");
        await UntilAsync(() => File.Exists(file) && File.ReadAllText(file).EndsWith('\n'));
        return int.Parse(await File.ReadAllTextAsync(file), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Task GoneAsync(int pid) => UntilAsync(() => !Process.GetProcesses().Any(process => process.Id == pid));

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, guard.Token);
        }
    }
}
