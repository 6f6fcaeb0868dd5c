namespace EngageBot.Introductions.Proposals;

/// <summary>What is to be done about a proposal.</summary>
internal abstract record ProposalStep
{
    private ProposalStep()
    {
    }

    /// <summary>Nothing: somebody thinks about it.</summary>
    public sealed record Wait : ProposalStep;

    /// <summary>Somebody is asked.</summary>
    public sealed record Ask(long Member) : ProposalStep;

    /// <summary>All want it.</summary>
    public sealed record Agree : ProposalStep;

    /// <summary>Nothing comes of it; nobody is told.</summary>
    /// <param name="Reason">In words, for the log.</param>
    public sealed record End(string Reason) : ProposalStep;
}
