namespace EngageBot.Nudges;

/// <summary>Why a post is looked at again.</summary>
internal enum PostCheckKind
{
    /// <summary>Was it answered at once? If not, how long is it to wait?</summary>
    Early,

    /// <summary>The wait is over.</summary>
    First,

    /// <summary>People were asked, and it has waited as long again.</summary>
    Second,
}
