namespace EngageBot.TestKit;

/// <summary>
/// Data for tests that is not part of the repository: in the folder that ENGAGEBOT_SHARED names, else in "shared" beside the checkout.
/// </summary>
public static class SharedData
{
    private const string Variable = "ENGAGEBOT_SHARED";

    public static string Root { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } root ? root : BesideCheckout();

    public static string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Why a test that needs these files cannot run here; null where it can.</summary>
    public static string? MissingReason(params string[] names)
    {
        var missing = names.FirstOrDefault(name => !Path.Exists(PathOf(name)));
        return missing is null ? null : $"needs {missing}, which is neither in ${Variable} nor in the folder 'shared' beside the checkout";
    }

    private static string BesideCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EngageBot.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.Parent?.FullName ?? AppContext.BaseDirectory, "shared");
    }
}
