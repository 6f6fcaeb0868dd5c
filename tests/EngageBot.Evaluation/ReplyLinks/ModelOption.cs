using System.CommandLine;
using EngageBot.ReplyGraph.Model;

namespace EngageBot.Evaluation.ReplyLinks;

/// <summary>The option to measure another model than the one that ships: one trained on other logs.</summary>
internal static class ModelOption
{
    public static Option<string?> Create() => new("--model") { Description = "A model file that `train reply-links` wrote, instead of the one that ships." };

    /// <exception cref="InputException">It is no model of this version.</exception>
    public static ReplyModel Read(string? path)
    {
        if (path is null)
        {
            return ReplyModel.Shipped;
        }

        try
        {
            using var file = File.OpenRead(path);
            return ReplyModel.Read(file);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw new InputException($"{path}: {fault.Message}", fault);
        }
    }
}
