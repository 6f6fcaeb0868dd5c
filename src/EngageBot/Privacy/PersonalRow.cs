using EngageBot.Chat;

namespace EngageBot.Privacy;

/// <summary>A member of one community, as he is stored.</summary>
/// <param name="Member">His key.</param>
/// <param name="Community">The key of the community.</param>
/// <param name="Account">By his id on the platform.</param>
internal sealed record PersonalRow(long Member, long Community, MemberId Account, string Name);
