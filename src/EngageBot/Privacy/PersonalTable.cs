namespace EngageBot.Privacy;

/// <summary>A table in which something of a member may stand.</summary>
/// <param name="Name">As in the database.</param>
/// <param name="Export">Reads all that it says of him.</param>
/// <param name="Erase">Leaves nothing of him: afterwards his rows are gone, or are nobody's in particular.</param>
internal sealed record PersonalTable(string Name, string Export, IReadOnlyList<PersonalSql> Erase);
