namespace EngageBot.Stats.Own;

/// <summary>Somebody with whom a member talks.</summary>
/// <param name="Key">His key.</param>
/// <param name="Name">The name that others see.</param>
/// <param name="Given">Replies of the member to him.</param>
/// <param name="Received">His to the member.</param>
internal sealed record Contact(long Key, string Name, int Given, int Received);
