using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace EngageBot.Evaluation.ReplyLinks;

/// <summary>Runs the script beside this file, which does the fitting.</summary>
internal static class Trainer
{
    public static void Fit(string python, string folder, int trees, int depth)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "ReplyLinks", "fit_replies.py");
        string[] arguments = [script, folder, "0", trees.ToString(CultureInfo.InvariantCulture), depth.ToString(CultureInfo.InvariantCulture)];
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, arguments) { Environment = { ["OMP_WAIT_POLICY"] = "passive" } });
            process!.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new InputException($"{script} failed with exit code {process.ExitCode}; it needs Debian's python3-xgboost and python3-numpy");
            }
        }
        catch (Win32Exception fault)
        {
            throw new InputException($"{python} did not start: {fault.Message}", fault);
        }
    }
}
