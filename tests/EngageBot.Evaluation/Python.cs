using System.ComponentModel;
using System.Diagnostics;

namespace EngageBot.Evaluation;

/// <summary>Runs a script that does the fitting. What it lacks is told by the names under which Debian has it.</summary>
internal static class Python
{
    /// <param name="python">The interpreter.</param>
    /// <param name="script">The script, and what it is given.</param>
    /// <param name="packages">Debian's packages that it needs.</param>
    /// <param name="environment">A variable to set.</param>
    /// <exception cref="InputException">It did not start, or failed.</exception>
    public static void Run(string python, IReadOnlyList<string> script, IReadOnlyList<string> packages, (string Name, string Value) environment)
    {
        var needs = $"it needs Debian's packages: apt-get install {string.Join(' ', packages)}";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, script) { Environment = { [environment.Name] = environment.Value } });
            process!.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new InputException($"{script[0]} failed with exit code {process.ExitCode}; {needs}");
            }
        }
        catch (Win32Exception fault)
        {
            throw new InputException($"{python} did not start ({fault.Message}); {needs}", fault);
        }
    }
}
