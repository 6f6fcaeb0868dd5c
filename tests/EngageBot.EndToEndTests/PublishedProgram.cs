using System.Diagnostics;

namespace EngageBot.EndToEndTests;

/// <summary>What <c>dotnet publish</c> makes of the program that was built, once for all tests of a class.</summary>
public sealed class PublishedProgram : IAsyncLifetime
{
    public static string Root { get; } = FindRoot();

    public string Folder { get; } = Directory.CreateTempSubdirectory("engagebot-published-").FullName;

    public async Task InitializeAsync()
    {
        string[] arguments = ["publish", Path.Combine(Root, "src", "EngageBot.Host"), "-c", "Release", "--no-build", "-o", Folder, "-v", "q", "--nologo"];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, said);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "EngageBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
