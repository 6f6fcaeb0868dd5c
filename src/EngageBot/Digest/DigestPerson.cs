namespace EngageBot.Digest;

/// <summary>Somebody who may be named.</summary>
/// <param name="Member">His key.</param>
/// <param name="Name">Fit to be shown.</param>
/// <param name="Message">Something that he wrote where everybody can read it, by its key: he is named as long as it stands and is his.</param>
internal sealed record DigestPerson(long Member, string Name, long Message);
