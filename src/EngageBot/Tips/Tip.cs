namespace EngageBot.Tips;

/// <summary>What may bring a post its answer.</summary>
internal enum Tip
{
    /// <summary>Say right away what it is about: nobody can answer "anyone here?".</summary>
    SayWhatItIsAbout,

    /// <summary>Say in a sentence what a link is about.</summary>
    NotOnlyALink,

    /// <summary>End with a question.</summary>
    AskAQuestion,

    /// <summary>Say what was tried and what happened.</summary>
    SayWhatYouTried,

    /// <summary>Put code and messages of programs into a block.</summary>
    CodeInABlock,

    /// <summary>One question a post.</summary>
    OneQuestion,

    /// <summary>Put the question first, and the rest shorter.</summary>
    Shorter,

    /// <summary>Another channel answers such posts more often.</summary>
    OtherChannel,

    /// <summary>The channel answers at another time of the day.</summary>
    OtherHour,
}
