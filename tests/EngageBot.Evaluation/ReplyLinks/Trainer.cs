using System.Globalization;

namespace EngageBot.Evaluation.ReplyLinks;

/// <summary>Runs the script beside this file, which does the fitting.</summary>
internal static class Trainer
{
    private static readonly string[] Packages = ["python3-numpy", "python3-xgboost"];

    public static void Fit(string python, string folder, int trees, int depth)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "ReplyLinks", "fit_replies.py");
        string[] arguments = [script, folder, "0", trees.ToString(CultureInfo.InvariantCulture), depth.ToString(CultureInfo.InvariantCulture)];
        Python.Run(python, arguments, Packages, ("OMP_WAIT_POLICY", "passive"));
    }
}
