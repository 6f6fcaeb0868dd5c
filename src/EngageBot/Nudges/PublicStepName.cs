using System.Diagnostics;
using EngageBot.Communities;

namespace EngageBot.Nudges;

/// <summary>A public step in words, as it stands at the beginning of a reason.</summary>
internal static class PublicStepName
{
    public const string Board = "Waiting board";

    public static string Of(PublicStep step) => step switch
    {
        PublicStep.Board => Board,
        PublicStep.Tag => "Forum tag",
        PublicStep.Reply => "Reply under the post",
        _ => throw new UnreachableException(step.ToString()),
    };
}
